# ruleid: python.maintainability.wildcard-import
from os.path import *
# ruleid: python.maintainability.wildcard-import
from json import *
# ok: python.maintainability.wildcard-import
from os import path
# ok: python.maintainability.wildcard-import
from .parts import *
# ok: python.maintainability.wildcard-import
import json
