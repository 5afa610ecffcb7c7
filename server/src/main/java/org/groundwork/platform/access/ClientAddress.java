// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as coarse as a limit needs it: an IPv4 address, or the /64 of an IPv6 address, which is one
 * household. Behind a proxy it is read from one header that the administrator names and the proxy sets; headers that
 * anybody can send are not believed.
 */
final class ClientAddress {
  private final String header;

  /** @param header the trusted header; empty where no proxy stands before the server */
  ClientAddress(String header) {
    this.header = header;
  }

  /** A key for the place of origin; not an address that could be stored or logged. */
  String prefixOf(HttpServletRequest request) {
    return prefix(header.isEmpty() ? request.getRemoteAddr() : lastOf(request.getHeader(header)));
  }

  /** The last entry is the one that our own proxy wrote; those before it came with the request. */
  private static String lastOf(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value.substring(value.lastIndexOf(',') + 1).strip();
  }

  static String prefix(String address) {
    if (!address.matches("[0-9a-fA-F:.]{2,45}")) {
      return "unknown";
    }
    try {
      var parsed = InetAddress.getByName(address); // a literal: nothing is looked up
      byte[] bytes = parsed.getAddress();
      return HexFormat.of().formatHex(parsed instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
