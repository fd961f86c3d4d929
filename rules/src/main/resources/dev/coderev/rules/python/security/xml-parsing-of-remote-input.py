import xml.dom.minidom
import xml.etree.ElementTree as ET
import xml.sax
import xml.sax.handler

import defusedxml.ElementTree
import lxml.etree
from flask import Flask, request

app = Flask(__name__)


@app.post("/import")
def receive():
    body = request.get_data()
    # ruleid: python.security.xml-parsing-of-remote-input
    first = lxml.etree.fromstring(request.data)
    reader = xml.sax.make_parser()
    reader.setFeature(xml.sax.handler.feature_external_ges, True)
    # ruleid: python.security.xml-parsing-of-remote-input
    second = xml.dom.minidom.parseString(body, reader)
    # ok: python.security.xml-parsing-of-remote-input
    third = ET.fromstring(body)
    # ok: python.security.xml-parsing-of-remote-input
    fourth = defusedxml.ElementTree.fromstring(body)
    strict = lxml.etree.XMLParser(resolve_entities=False)
    # ok: python.security.xml-parsing-of-remote-input
    fifth = lxml.etree.fromstring(request.data, strict)
    # ok: python.security.xml-parsing-of-remote-input
    sixth = xml.dom.minidom.parseString(body)
    return str((first, second, third, fourth, fifth, sixth))
