import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMIClientSocketFactory;
import java.rmi.server.RMIServerSocketFactory;

class Remote {
  Registry open() throws RemoteException {
    // ruleid: java.security.rmi-registry-open
    return LocateRegistry.createRegistry(1099);
  }

  Registry bound(RMIClientSocketFactory client, RMIServerSocketFactory server) throws RemoteException {
    // ok: java.security.rmi-registry-open
    return LocateRegistry.createRegistry(1099, client, server);
  }

  Registry client() throws RemoteException {
    // ok: java.security.rmi-registry-open
    return LocateRegistry.getRegistry("registry.example.org");
  }
}
