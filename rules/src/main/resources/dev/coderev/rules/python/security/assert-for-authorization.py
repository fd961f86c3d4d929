import unittest


def delete_user(request, user):
    # ruleid: python.security.assert-for-authorization
    assert request.user.is_superuser
    # ruleid: python.security.assert-for-authorization
    assert request.user.has_perm("shop.delete"), "not allowed"
    # ok: python.security.assert-for-authorization
    assert user.name
    if not request.user.is_staff:
        # ok: python.security.assert-for-authorization
        raise PermissionError
    user.delete()


class AdminTests(unittest.TestCase):
    def test_admin(self):
        # ok: python.security.assert-for-authorization
        assert self.user.is_superuser
