from pysnmp.hlapi import CommunityData, UsmUserData


def access(user, auth, private):
    # ruleid: python.security.snmp-without-encryption
    CommunityData("public", mpModel=0)
    # ruleid: python.security.snmp-without-encryption
    UsmUserData(user)
    # ruleid: python.security.snmp-without-encryption
    UsmUserData(user, auth)
    # ok: python.security.snmp-without-encryption
    UsmUserData(user, auth, private)
