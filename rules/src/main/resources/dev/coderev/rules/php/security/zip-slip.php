<?php
function unpack_all(ZipArchive $zip, $folder)
{
    for ($i = 0; $i < $zip->numFiles; $i++) {
        $name = $zip->getNameIndex($i);
        // ruleid: php.security.zip-slip
        file_put_contents($folder . '/' . $name, $zip->getFromIndex($i));
        // ok: php.security.zip-slip
        file_put_contents($folder . '/' . basename($name), $zip->getFromIndex($i));
        // ok: php.security.zip-slip
        file_put_contents($folder . '/' . $i, $zip->getFromIndex($i));
        if (strpos($name, '..') !== false) {
            continue;
        }
        // ok: php.security.zip-slip
        copy('zip://a.zip#' . $i, $folder . '/' . $name);
    }
}
