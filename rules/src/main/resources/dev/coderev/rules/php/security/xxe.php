<?php
function import($xml)
{
    $doc = new DOMDocument();
    // ruleid: php.security.xxe
    $doc->loadXML($xml, LIBXML_NOENT);
    // ruleid: php.security.xxe
    $doc->loadXML($xml, LIBXML_NOENT | LIBXML_DTDLOAD);
    // ruleid: php.security.xxe
    simplexml_load_string($xml, 'SimpleXMLElement', LIBXML_NOENT);
    // ok: php.security.xxe
    $doc->loadXML($xml, LIBXML_NONET);
    // ok: php.security.xxe
    simplexml_load_string($xml);
}
