<?php
function price(SimpleXMLElement $catalogue)
{
    $article = trim(fgets(STDIN));
    // ruleid: php.security.xpath-injection-outside-input
    $found = $catalogue->xpath("//article[@name='$article']/price");
    // ok: php.security.xpath-injection-outside-input
    $first = $catalogue->xpath('//article[1]/price');
    $number = (int) $article;
    // ok: php.security.xpath-injection-outside-input
    return $catalogue->xpath("//article[$number]/price");
}
