import elementpath
import lxml.etree
from flask import Flask, request

app = Flask(__name__)
TREE = lxml.etree.parse("users.xml")


@app.route("/user")
def user():
    name = request.args.get("name")
    # ruleid: python.security.xpath-injection
    found = TREE.xpath("//user[@name='" + name + "']")
    query = f"//user[@name='{name}']"
    # ruleid: python.security.xpath-injection
    found += elementpath.select(TREE, query)
    # ruleid: python.security.xpath-injection
    found += lxml.etree.XPath(query)(TREE)
    # ok: python.security.xpath-injection
    found += TREE.xpath("//user[@name=$name]", name=name)
    # ok: python.security.xpath-injection
    found += TREE.xpath("//user[@id=%d]" % int(name))
    # ok: python.security.xpath-injection
    found += TREE.xpath("//user[@name='" + name.replace("'", "&apos;") + "']")
    # ok: python.security.xpath-injection
    found += TREE.findall("user/name")
    return str(len(found))


@app.route("/other")
def other():
    name = request.args.get("name")
    if "'" in name:
        return "no quotes, please"
    # ok: python.security.xpath-injection
    return str(TREE.xpath("//user[@name='" + name + "']"))
