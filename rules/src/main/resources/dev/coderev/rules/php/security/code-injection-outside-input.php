<?php
$formula = file_get_contents('formula.txt');
// ruleid: php.security.code-injection-outside-input
eval('return ' . $formula . ';');
// ok: php.security.code-injection-outside-input
$values = json_decode($formula, true);
$limit = (int) $formula;
// ok: php.security.code-injection-outside-input
eval("return $limit + 1;");
