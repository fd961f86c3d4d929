import xml.dom.minidom
import xml.sax
from xml.sax.handler import feature_external_ges

from lxml import etree

TEMPLATE = "<page><title/></page>"


def read(text, path):
    parser = xml.sax.make_parser()
    parser.setFeature(feature_external_ges, True)
    # ruleid: python.security.xml-document-with-entities
    first = xml.dom.minidom.parseString(text, parser)
    # ok: python.security.xml-document-with-entities
    second = xml.dom.minidom.parseString(TEMPLATE, parser)
    kept = {"own": "<page/>", "theirs": text}
    # ok: python.security.xml-document-with-entities
    third = xml.dom.minidom.parseString(kept["own"], parser)
    # ruleid: python.security.xml-document-with-entities
    fourth = xml.dom.minidom.parseString(kept["theirs"], parser)
    # ruleid: python.security.xml-document-with-entities
    parser.parse(path)
    # ruleid: python.security.xml-document-with-entities
    fifth = etree.fromstring(text, etree.XMLParser(resolve_entities=True))
    loading = etree.XMLParser(load_dtd=True)
    # ruleid: python.security.xml-document-with-entities
    sixth = etree.parse(path, parser=loading)
    closed = etree.XMLParser(resolve_entities=False)
    # ok: python.security.xml-document-with-entities
    seventh = etree.parse(path, parser=closed)
    return first, second, third, fourth, fifth, sixth, seventh
