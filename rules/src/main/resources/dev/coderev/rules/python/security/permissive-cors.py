from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
# ruleid: python.security.permissive-cors
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)
# ruleid: python.security.permissive-cors
CORS_ALLOW_ALL_ORIGINS = True
# ok: python.security.permissive-cors
CORS_ALLOW_CREDENTIALS = True
# ok: python.security.permissive-cors
app.add_middleware(CORSMiddleware, allow_origins=["*"])
# ok: python.security.permissive-cors
app.add_middleware(CORSMiddleware, allow_origins=["https://shop.example.org"], allow_credentials=True)


def listed(app):
    from fastapi.middleware.cors import CORSMiddleware
    from starlette.middleware import Middleware

    anyone = ["*"]
    friends = ["https://example.org"]
    # ruleid: python.security.permissive-cors
    app.add_middleware(CORSMiddleware, allow_origins=anyone, allow_credentials=True)
    # ok: python.security.permissive-cors
    app.add_middleware(CORSMiddleware, allow_origins=friends, allow_credentials=True)
    # ok: python.security.permissive-cors
    app.add_middleware(CORSMiddleware, allow_origins=anyone)
    # ruleid: python.security.permissive-cors
    return [Middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)]
