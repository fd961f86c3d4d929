<?php
final class Book
{
    public function __construct(private PDO $db)
    {
    }

    public function sign(string $name, string $text): void
    {
        $statement = $this->db->prepare('INSERT INTO entries (name, text) VALUES (?, ?)');
        $statement->execute([$name, $text]);
    }

    public function search(string $word): array
    {
        $sql = "SELECT name, text FROM entries WHERE text LIKE '%" . $word . "%'";
        return $this->db->query($sql)->fetchAll();
    }

    public function login(): bool
    {
        $name = $_POST['user'];
        $password = $_POST['password'];
        $row = $this->db->query("SELECT hash FROM users WHERE name = '$name'")->fetch();
        return $row && md5($password) == $row['hash'];
    }
}
