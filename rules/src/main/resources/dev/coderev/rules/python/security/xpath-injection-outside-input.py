from lxml import etree


def price(cursor):
    tree = etree.parse("catalogue.xml")
    article = cursor.fetchone()[0]
    # ok: python.security.xpath-injection-outside-input
    tree.xpath("//article[@name=$name]/price", name="lamp")
    # ruleid: python.security.xpath-injection-outside-input
    return tree.xpath("//article[@name='" + article + "']/price")
