import Security

func attributes() -> [CFString: Any] {
    return [
        kSecClass: kSecClassGenericPassword,
        // ruleid: swift.security.keychain-always-accessible
        kSecAttrAccessible: kSecAttrAccessibleAlways,
    ]
}

func lockedAttributes() -> [CFString: Any] {
    return [
        kSecClass: kSecClassGenericPassword,
        // ok: swift.security.keychain-always-accessible
        kSecAttrAccessible: kSecAttrAccessibleWhenUnlockedThisDeviceOnly,
    ]
}
