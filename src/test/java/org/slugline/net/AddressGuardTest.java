package org.slugline.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.0.0",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.255",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.255",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::10.1.2.3",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:808:808::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "4000::1"
      })
  void everySpecialRangeIsRefused(String literal) {
    assertThat(AddressGuard.special(InetAddress.ofLiteral(literal))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.0.1",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2a00:1450:4001::1",
        "2001:4860::8888",
        "2606:4700::1",
        "64:ff9b::8.8.8.8"
      })
  void whatLiesBesideThemIsNot(String literal) {
    assertThat(AddressGuard.special(InetAddress.ofLiteral(literal))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "0177.1",
        "017700000001",
        "127.0.0.1.",
        "::ffff:127.0.0.1",
        "0:0:0:0:0:ffff:7f00:1"
      })
  void oneAddressInEverySpellingIsTheSame(String spelling) {
    assertThat(Literals.parse(spelling)).contains(InetAddress.ofLiteral("127.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.com", "127.0.0.1.nip.example", "1.2.3.4.5", "256.1.1.1", "", "a"})
  void aNameIsNoAddress(String name) {
    assertThat(Literals.parse(name)).isEmpty();
  }

  @Test
  void onlyThePairsOfTheConfigurationAreLetThrough() {
    var guard = new AddressGuard(List.of("127.0.0.1:8080", "feeds.lan:80", "[::1]:81"));
    var here = InetAddress.ofLiteral("127.0.0.1");
    assertThat(guard.refusal("127.0.0.1", here, 8080)).isEmpty();
    assertThat(guard.refusal("127.1", here, 8080)).isEmpty();
    assertThat(guard.refusal("127.0.0.1", here, 8081)).isPresent();
    assertThat(guard.refusal("rebound.example", here, 8080))
        .contains("rebound.example is 127.0.0.1, inside our network (loopback)");
    assertThat(guard.refusal("127.0.0.1", here, 8081))
        .contains("127.0.0.1 is inside our network (loopback)");
    assertThat(guard.refusal("fe80::1", InetAddress.ofLiteral("fe80::1"), 81))
        .contains("fe80::1 is inside our network (special IPv6)");
    assertThat(guard.refusal("localhost", here, 8080)).isPresent();
    assertThat(guard.refusal("FEEDS.lan", InetAddress.ofLiteral("10.0.0.9"), 80)).isEmpty();
    assertThat(guard.refusal("feeds.lan", InetAddress.ofLiteral("10.0.0.9"), 81)).isPresent();
    assertThat(guard.refusal("::1", InetAddress.ofLiteral("::1"), 81)).isEmpty();
  }

  @Test
  void aPairThatIsNoneStopsTheStart() {
    assertThatThrownBy(() -> new AddressGuard(List.of("localhost")))
        .hasMessageContaining("wire.allow-internal");
  }
}
