# Built twice.
FROM --platform=linux/amd64 registry:5000/base/os:22.04@sha256:abc AS build
ARG VERSION=1
ENV LANG=C.UTF-8 TZ="Europe/Rome"
ENV OLD style
RUN apt-get update && \
    # a comment within
    apt-get install -y curl || true
COPY --chown=1:1 a b /app/
USER nobody
EXPOSE 80/tcp 443
VOLUME ["/data", "/logs"]
HEALTHCHECK --interval=5s CMD curl -f http://localhost/ || exit 1
SHELL ["/bin/bash", "-c"]
ENTRYPOINT ["run", "it"]
