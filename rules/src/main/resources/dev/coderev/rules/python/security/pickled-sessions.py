# ruleid: python.security.pickled-sessions
SESSION_SERIALIZER = "django.contrib.sessions.serializers.PickleSerializer"

# ok: python.security.pickled-sessions
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
