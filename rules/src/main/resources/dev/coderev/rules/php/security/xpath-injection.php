<?php
function price(SimpleXMLElement $doc, DOMXPath $xpath)
{
    $title = $_GET['title'];
    // ruleid: php.security.xpath-injection
    $doc->xpath("//book[title='$title']");
    // ruleid: php.security.xpath-injection
    $xpath->evaluate("//book[@id='" . $_GET['id'] . "']");
    // ok: php.security.xpath-injection
    $doc->xpath('//book');
    // ok: php.security.xpath-injection
    $xpath->evaluate('//book[' . (int) $_GET['n'] . ']');
}
