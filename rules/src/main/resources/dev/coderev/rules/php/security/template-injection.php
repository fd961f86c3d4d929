<?php
function greet($twig, $smarty)
{
    $name = $_GET['name'];
    // ruleid: php.security.template-injection
    echo $twig->createTemplate("Hello $name")->render();
    // ruleid: php.security.template-injection
    $smarty->display('string:' . $name);
    // ruleid: php.security.template-injection
    echo Blade::render('Hello ' . $_POST['name']);
    // ok: php.security.template-injection
    echo $twig->createTemplate('Hello {{ name }}')->render(['name' => $name]);
    // ok: php.security.template-injection
    echo $twig->render('hello.twig', ['name' => $name]);
    // ok: php.security.template-injection
    echo $twig->createTemplate('Hello ' . (int) $name)->render();
}
