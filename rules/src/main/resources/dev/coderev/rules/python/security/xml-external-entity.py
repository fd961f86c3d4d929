import xml.sax
from xml.sax.handler import feature_external_ges, feature_namespaces

import defusedxml.ElementTree
from lxml import etree


def parse(text):
    # ruleid: python.security.xml-external-entity
    first = etree.XMLParser(resolve_entities=True)
    # ruleid: python.security.xml-external-entity
    second = etree.XMLParser(remove_blank_text=True, no_network=False)
    # ruleid: python.security.xml-external-entity
    third = etree.XMLParser(load_dtd=True)
    parser = xml.sax.make_parser()
    # ruleid: python.security.xml-external-entity
    parser.setFeature(feature_external_ges, True)
    # ok: python.security.xml-external-entity
    parser.setFeature(feature_external_ges, False)
    # ok: python.security.xml-external-entity
    parser.setFeature(feature_namespaces, True)
    # ok: python.security.xml-external-entity
    fourth = etree.XMLParser(resolve_entities=False, no_network=True)
    # ok: python.security.xml-external-entity
    fifth = defusedxml.ElementTree.fromstring(text)
    read = etree.XMLParser(load_dtd=True)
    # What is parsed here is another rule's.
    # ok: python.security.xml-external-entity
    sixth = etree.fromstring(text, read)
    return first, second, third, fourth, fifth, sixth
