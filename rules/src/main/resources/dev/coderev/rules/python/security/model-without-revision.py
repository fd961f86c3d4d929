from huggingface_hub import hf_hub_download
from transformers import AutoModel


def models(name):
    # ruleid: python.security.model-without-revision
    one = AutoModel.from_pretrained("organisation/model")
    # ruleid: python.security.model-without-revision
    two = AutoModel.from_pretrained("organisation/model", revision="main")
    # ruleid: python.security.model-without-revision
    three = hf_hub_download(repo_id="organisation/model", filename="config.json")
    # ok: python.security.model-without-revision
    four = AutoModel.from_pretrained("organisation/model", revision="5d0f2e8a7f1a086d98d4ef1b5c0a4a4d7bd10d6a")
    # ok: python.security.model-without-revision
    five = AutoModel.from_pretrained("./model")
    return one, two, three, four, five
