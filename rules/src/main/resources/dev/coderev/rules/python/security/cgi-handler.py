from wsgiref.handlers import CGIHandler
from wsgiref.simple_server import make_server


def serve(application):
    # ruleid: python.security.cgi-handler
    CGIHandler().run(application)
    # ok: python.security.cgi-handler
    make_server("", 8000, application).serve_forever()
