package org.slugline.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** TLS as this machine has it, with {@link Octets} inside: they see what is not yet encrypted. */
final class SecureDialling extends SSLSocketFactory {
  private final SSLSocketFactory tls;

  /**
   * @param trusted who vouches for others
   */
  SecureDialling(X509TrustManager trusted) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new X509TrustManager[] {trusted}, null);
      tls = context.getSocketFactory();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("this Java has no TLS", broken);
    }
  }

  /** Whom this machine trusts. */
  static X509TrustManager trusted() {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return (X509TrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("this Java has no certificates", broken);
    }
  }

  @Override
  public Socket createSocket(Socket below, String host, int port, boolean close)
      throws IOException {
    return new Inside((SSLSocket) tls.createSocket(below, host, port, close));
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw unguarded();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw unguarded();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw unguarded();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw unguarded();
  }

  private static IllegalStateException unguarded() {
    return new IllegalStateException("TLS goes over a connection that was looked at");
  }

  /** Hands on what it is asked, but for its streams. */
  private static final class Inside extends SSLSocket {
    private final SSLSocket tls;
    private final Octets octets;

    Inside(SSLSocket tls) throws IOException {
      this.tls = tls;
      octets = new Octets(tls.getInputStream(), tls.getOutputStream());
    }

    @Override
    public InputStream getInputStream() {
      return octets.in();
    }

    @Override
    public OutputStream getOutputStream() {
      return octets.out();
    }

    @Override
    public void startHandshake() throws IOException {
      tls.startHandshake();
    }

    @Override
    public SSLSession getSession() {
      return tls.getSession();
    }

    @Override
    public SSLParameters getSSLParameters() {
      return tls.getSSLParameters();
    }

    @Override
    public void setSSLParameters(SSLParameters some) {
      tls.setSSLParameters(some);
    }

    @Override
    public String getApplicationProtocol() {
      return tls.getApplicationProtocol();
    }

    @Override
    public String getHandshakeApplicationProtocol() {
      return tls.getHandshakeApplicationProtocol();
    }

    @Override
    public SSLSession getHandshakeSession() {
      return tls.getHandshakeSession();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return tls.getSupportedCipherSuites();
    }

    @Override
    public String[] getEnabledCipherSuites() {
      return tls.getEnabledCipherSuites();
    }

    @Override
    public void setEnabledCipherSuites(String[] some) {
      tls.setEnabledCipherSuites(some);
    }

    @Override
    public String[] getSupportedProtocols() {
      return tls.getSupportedProtocols();
    }

    @Override
    public String[] getEnabledProtocols() {
      return tls.getEnabledProtocols();
    }

    @Override
    public void setEnabledProtocols(String[] some) {
      tls.setEnabledProtocols(some);
    }

    @Override
    public void addHandshakeCompletedListener(HandshakeCompletedListener some) {
      tls.addHandshakeCompletedListener(some);
    }

    @Override
    public void removeHandshakeCompletedListener(HandshakeCompletedListener some) {
      tls.removeHandshakeCompletedListener(some);
    }

    @Override
    public void setUseClientMode(boolean some) {
      tls.setUseClientMode(some);
    }

    @Override
    public boolean getUseClientMode() {
      return tls.getUseClientMode();
    }

    @Override
    public void setNeedClientAuth(boolean some) {
      tls.setNeedClientAuth(some);
    }

    @Override
    public boolean getNeedClientAuth() {
      return tls.getNeedClientAuth();
    }

    @Override
    public void setWantClientAuth(boolean some) {
      tls.setWantClientAuth(some);
    }

    @Override
    public boolean getWantClientAuth() {
      return tls.getWantClientAuth();
    }

    @Override
    public void setEnableSessionCreation(boolean some) {
      tls.setEnableSessionCreation(some);
    }

    @Override
    public boolean getEnableSessionCreation() {
      return tls.getEnableSessionCreation();
    }

    @Override
    public InetAddress getInetAddress() {
      return tls.getInetAddress();
    }

    @Override
    public int getPort() {
      return tls.getPort();
    }

    @Override
    public boolean isConnected() {
      return tls.isConnected();
    }

    @Override
    public boolean isClosed() {
      return tls.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
      return tls.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
      return tls.isOutputShutdown();
    }

    @Override
    public int getSoTimeout() throws SocketException {
      return tls.getSoTimeout();
    }

    @Override
    public void setSoTimeout(int some) throws SocketException {
      tls.setSoTimeout(some);
    }

    @Override
    public void close() throws IOException {
      tls.close();
    }
  }
}
