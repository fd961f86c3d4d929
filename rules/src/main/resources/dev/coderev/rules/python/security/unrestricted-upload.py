import os
import uuid

from fastapi import FastAPI, UploadFile
from flask import Flask, request
from werkzeug.utils import secure_filename

app = Flask(__name__)
api = FastAPI()


@app.post("/avatar")
def avatar():
    part = request.files["avatar"]
    # ruleid: python.security.unrestricted-upload
    part.save("/srv/uploads/" + part.filename)
    # ruleid: python.security.unrestricted-upload
    part.save(os.path.join("/srv/uploads", request.files["other"].filename))
    # ok: python.security.unrestricted-upload
    part.save("/srv/uploads/" + secure_filename(part.filename))
    # ok: python.security.unrestricted-upload
    part.save("/srv/uploads/" + str(uuid.uuid4()))
    return "stored"


@api.post("/document")
async def document(upload: UploadFile):
    # ruleid: python.security.unrestricted-upload
    with open("/srv/uploads/" + upload.filename, "wb") as target:
        target.write(await upload.read())
    # ok: python.security.unrestricted-upload
    with open("/srv/uploads/fixed.pdf", "wb") as target:
        target.write(await upload.read())
