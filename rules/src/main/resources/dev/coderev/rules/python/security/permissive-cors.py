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
