function load(text, promise) {
  // ruleid: javascript.maintainability.empty-catch
  try {
    return JSON.parse(text);
  } catch (error) {}
  // ruleid: javascript.maintainability.empty-catch
  try {
    load(text);
  } catch {
  } finally {
    console.log("tried");
  }
  // ok: javascript.maintainability.empty-catch
  promise.catch(() => {});
  // ok: javascript.maintainability.empty-catch
  try {
    return JSON.parse(text.trim());
  } catch (error) {
    // the text is optional
  }
  // ok: javascript.maintainability.empty-catch
  try {
    return JSON.parse("[" + text + "]");
  } catch (error) {
    console.error(error);
  }
  // ok: javascript.maintainability.empty-catch
  promise.catch(() => null);
  return null;
}

module.exports = { load };
