import xml.dom.minidom
import xml.etree.ElementTree as ET

import defusedxml.ElementTree
import lxml.etree
from flask import Flask, request

app = Flask(__name__)


@app.post("/import")
def receive():
    body = request.get_data()
    # ruleid: python.security.xml-parsing-of-remote-input
    first = ET.fromstring(body)
    # ruleid: python.security.xml-parsing-of-remote-input
    second = xml.dom.minidom.parseString(body)
    # ruleid: python.security.xml-parsing-of-remote-input
    third = lxml.etree.fromstring(request.data)
    # ok: python.security.xml-parsing-of-remote-input
    fourth = defusedxml.ElementTree.fromstring(body)
    strict = lxml.etree.XMLParser(resolve_entities=False)
    # ok: python.security.xml-parsing-of-remote-input
    fifth = lxml.etree.fromstring(request.data, strict)
    # ok: python.security.xml-parsing-of-remote-input
    sixth = ET.parse("menu.xml")
    return str((first, second, third, fourth, fifth, sixth))
