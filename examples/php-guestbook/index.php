<?php
require __DIR__ . '/book.php';
ini_set('display_errors', '1');

$book = new Book(new PDO(getenv('BOOK_DSN')));
$page = $_GET['page'] ?? 'entries';

if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    $book->sign($_POST['name'], $_POST['text']);
    if (isset($_FILES['picture'])) {
        move_uploaded_file($_FILES['picture']['tmp_name'], 'pictures/' . $_FILES['picture']['name']);
    }
    header('Location: /?page=entries');
    exit;
}

echo '<h1>Guest book</h1>';
if (isset($_GET['q'])) {
    echo '<p>Results for ' . $_GET['q'] . '</p>';
    foreach ($book->search($_GET['q']) as $entry) {
        echo '<p>' . htmlspecialchars($entry['text'], ENT_QUOTES) . '</p>';
    }
}
include 'pages/' . $page . '.php';
