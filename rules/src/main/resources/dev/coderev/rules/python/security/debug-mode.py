import os

from flask import Flask

import trainer

app = Flask(__name__)
# ruleid: python.security.debug-mode
app.config["DEBUG"] = True
# ok: python.security.debug-mode
app.config["TESTING"] = True
job = trainer.Job()

if __name__ == "__main__":
    # ruleid: python.security.debug-mode
    app.run(port=8000, debug=True)
    # ok: python.security.debug-mode
    app.run(port=8000, debug=False)
    # ok: python.security.debug-mode
    app.run(debug=os.environ.get("APP_DEBUG") == "1")
    # ok: python.security.debug-mode
    app.run()
