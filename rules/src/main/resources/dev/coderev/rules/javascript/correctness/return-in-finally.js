function read(handle) {
  // ruleid: javascript.correctness.return-in-finally
  try {
    return handle.read();
  } finally {
    return null;
  }
}

function write(handle) {
  // ruleid: javascript.correctness.return-in-finally
  try {
    handle.write();
  } catch (error) {
    console.error(error);
  } finally {
    handle.close();
    return true;
  }
}

function safe(handle) {
  // ok: javascript.correctness.return-in-finally
  try {
    return handle.read();
  } finally {
    handle.close();
  }
}

function behind(handle) {
  // ok: javascript.correctness.return-in-finally
  try {
    handle.write();
  } finally {
    handle.close();
  }
  return true;
}

module.exports = { read, write, safe, behind };
