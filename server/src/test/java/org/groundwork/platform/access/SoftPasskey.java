// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A phone with one passkey (ES256, attestation "none"), made from the text of WebAuthn level 3, sections 6.1 and 6.5. */
final class SoftPasskey {
  private static final int PRESENT = 1;
  private static final int VERIFIED = 4;
  private static final int ATTESTED = 64;

  private final KeyPair keys;
  private final byte[] id = new byte[32];
  private final String origin;
  private String userHandle = "";
  private int count;

  SoftPasskey(String origin) {
    this.origin = origin;
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    new SecureRandom().nextBytes(id);
  }

  /** What the browser would send for a question to add a passkey. */
  String create(String options) {
    userHandle = field(options.substring(options.indexOf("\"user\"")), "id");
    byte[] authenticator = authenticatorData(PRESENT | VERIFIED | ATTESTED, attested());
    var attestation = new ByteArrayOutputStream();
    attestation.write(0xA3);
    text(attestation, "fmt");
    text(attestation, "none");
    text(attestation, "attStmt");
    attestation.write(0xA0);
    text(attestation, "authData");
    bytes(attestation, authenticator);
    return """
        {"id":"%s","rawId":"%s","type":"public-key","authenticatorAttachment":"platform","clientExtensionResults":{},
         "response":{"clientDataJSON":"%s","attestationObject":"%s","transports":["internal"]}}"""
        .formatted(text(id), text(id), text(client("webauthn.create", options)), text(attestation.toByteArray()));
  }

  /** What the browser would send for a question to sign in. */
  String get(String options) {
    return get(options, PRESENT | VERIFIED);
  }

  /** The same from a phone that did not check its owner's finger or code. */
  String getUnverified(String options) {
    return get(options, PRESENT);
  }

  private String get(String options, int flags) {
    count++;
    byte[] authenticator = authenticatorData(flags, new byte[0]);
    byte[] client = client("webauthn.get", options);
    return """
        {"id":"%s","rawId":"%s","type":"public-key","authenticatorAttachment":"platform","clientExtensionResults":{},
         "response":{"clientDataJSON":"%s","authenticatorData":"%s","signature":"%s","userHandle":"%s"}}"""
        .formatted(text(id), text(id), text(client), text(authenticator), text(sign(authenticator, client)),
            userHandle);
  }

  /** The next use counts as the first did: a copy of the passkey that was made before. */
  void becomesACopy() {
    count = 0;
  }

  private byte[] sign(byte[] authenticator, byte[] client) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(authenticator);
      signature.update(sha256(client));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] client(String type, String options) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, field(options, "challenge"), origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] authenticatorData(int flags, byte[] attested) {
    return ByteBuffer.allocate(37 + attested.length)
        .put(sha256("localhost".getBytes(StandardCharsets.UTF_8)))
        .put((byte) flags)
        .putInt(count)
        .put(attested)
        .array();
  }

  private byte[] attested() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    var key = new ByteArrayOutputStream();
    key.writeBytes(new byte[]{(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21}); // EC2, ES256, P-256, then x
    bytes(key, unsigned(point.getAffineX().toByteArray()));
    key.write(0x22); // y
    bytes(key, unsigned(point.getAffineY().toByteArray()));
    return ByteBuffer.allocate(18 + id.length + key.size())
        .put(new byte[16])
        .putShort((short) id.length)
        .put(id)
        .put(key.toByteArray())
        .array();
  }

  private static byte[] unsigned(byte[] signed) {
    byte[] coordinate = new byte[32];
    int from = Math.max(0, signed.length - 32);
    System.arraycopy(signed, from, coordinate, 32 - (signed.length - from), signed.length - from);
    return coordinate;
  }

  private static void text(ByteArrayOutputStream to, String text) {
    to.write(0x60 + text.length());
    to.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void bytes(ByteArrayOutputStream to, byte[] bytes) {
    if (bytes.length < 256) {
      to.write(0x58);
    } else {
      to.write(0x59);
      to.write(bytes.length >> 8);
    }
    to.write(bytes.length);
    to.writeBytes(bytes);
  }

  private static String text(byte[] bytes) { return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes); }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String field(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
    if (!found.find()) {
      throw new AssertionError("no " + name + " in " + json);
    }
    return found.group(1);
  }
}
