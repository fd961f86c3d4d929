<?php
$name = $_GET['name'];
// ruleid: php.security.xss
echo '<h1>Hello ' . $name . '</h1>';
// ruleid: php.security.xss
print("<p>$name</p>");
// ruleid: php.security.xss
printf('<p>%s</p>', $_POST['text']);
// ok: php.security.xss
echo '<h1>Hello ' . htmlspecialchars($name, ENT_QUOTES) . '</h1>';
// ok: php.security.xss
echo '<p>fixed</p>';
// ok: php.security.xss
echo json_encode(['name' => $name]);
$page = (int) $_GET['page'];
// ok: php.security.xss
echo "<p>page $page</p>";

function show($title)
{
    // ruleid: php.security.xss
    echo '<title>' . $title . '</title>';
}

show($_GET['title']);

$language = preg_replace('/[^a-z\-]+/', '', $_GET['language']);
// ok: php.security.xss
echo '<html lang="' . $language . '">';
$word = preg_replace('/[^a-z<>]+/', '', $_GET['word']);
// ruleid: php.security.xss
echo '<b>' . $word . '</b>';

function quoted($value)
{
    if (!is_string($value)) {
        return (string) $value;
    }
    return htmlspecialchars($value, ENT_QUOTES);
}

// ok: php.security.xss
echo '<p>' . quoted($_GET['text']) . '</p>';

foreach (array_map('htmlspecialchars', $_GET) as $text) {
    // ok: php.security.xss
    echo "<p>$text</p>";
}

function escapedParts()
{
    $value = htmlspecialchars($_GET['value'], ENT_QUOTES);
    // ok: php.security.xss
    echo "<b>$value</b>";
    // ok: php.security.xss
    echo '<a title="' . $value . '">';
    // ruleid: php.security.xss
    echo '<a title=' . $value . '>';
    // ruleid: php.security.xss
    echo '<' . $value . '>';
    // ruleid: php.security.xss
    echo "<script>var x = $value;</script>";
    // ok: php.security.xss
    echo "<script>var x = '$value';</script>";
    // ruleid: php.security.xss
    echo "<style>b { color: $value }</style>";
}
