<html>
<body>
<?php
$line = fgets($handle, 4096);
// ruleid: php.security.xss-outside-input
echo "<p>$line</p>";
// ok: php.security.xss-outside-input
echo '<p>' . htmlspecialchars($line, ENT_QUOTES) . '</p>';
exec('uptime', $lines);
// ruleid: php.security.xss-outside-input
echo $lines[0];
// ok: php.security.xss-outside-input
echo (int) $lines[0];
?>
<script>
// The escaping of HTML does not hold in a script.
var load =
<?php
// ruleid: php.security.xss-outside-input
echo htmlspecialchars($lines[0], ENT_QUOTES);
// ok: php.security.xss-outside-input
echo json_encode($lines[0]);
?>;
</script>
</body>
</html>
