package org.slugline.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.SocketFactory;

/**
 * Sockets that look at the address in the moment of dialling, where no name can lie any more, and
 * lose no byte of a header.
 */
final class GuardedDialling extends SocketFactory {
  private final Optional<AddressGuard> guard;

  /**
   * @param guard empty where only a proxy is dialled, as configured
   */
  GuardedDialling(Optional<AddressGuard> guard) {
    this.guard = guard;
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket(guard);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    var socket = createSocket();
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  private static final class GuardedSocket extends Socket {
    private final Optional<AddressGuard> guard;
    private Optional<Octets> octets = Optional.empty();

    GuardedSocket(Optional<AddressGuard> guard) {
      this.guard = guard;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (!(endpoint instanceof InetSocketAddress to) || to.getAddress() == null) {
        throw new UnknownHostException(endpoint.toString());
      }
      var no =
          guard.flatMap(some -> some.refusal(to.getHostString(), to.getAddress(), to.getPort()));
      if (no.isPresent()) {
        throw new InternalAddressException(no.get());
      }
      super.connect(endpoint, timeout);
      octets = Optional.of(new Octets(super.getInputStream(), super.getOutputStream()));
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return octets.map(Octets::in).orElseThrow(() -> new SocketException("not connected"));
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return octets.map(Octets::out).orElseThrow(() -> new SocketException("not connected"));
    }
  }
}
