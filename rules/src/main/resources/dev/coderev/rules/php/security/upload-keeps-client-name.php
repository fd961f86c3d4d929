<?php
// ruleid: php.security.upload-keeps-client-name
move_uploaded_file($_FILES['photo']['tmp_name'], 'uploads/' . $_FILES['photo']['name']);
$name = basename($_FILES['photo']['name']);
// ruleid: php.security.upload-keeps-client-name
move_uploaded_file($_FILES['photo']['tmp_name'], "uploads/$name");
$own = bin2hex(random_bytes(16)) . '.jpg';
// ok: php.security.upload-keeps-client-name
move_uploaded_file($_FILES['photo']['tmp_name'], 'uploads/' . $own);
// ok: php.security.upload-keeps-client-name
move_uploaded_file($_FILES['photo']['tmp_name'], 'uploads/photo.jpg');
