// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.UUID;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Proof;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is answered to somebody who says that an upload of 400 MB is coming, and has sent none of it yet. */
@ExtendWith(ProductExtension.class)
class UploadDoorsTest {
  private static final String WAITS = "waits for the upload";
  private static final String REGISTERS = "/installation/registers";

  private static String answer(Product product, String verb, String path, String session) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), product.url().getPort())) {
      socket.setSoTimeout(4_000);
      socket.getOutputStream()
          .write((verb + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 400000000\r\n"
              + (session.isEmpty() ? "" : "Cookie: gw-session=" + session + "\r\n")
              + "Content-Type: Multipart/form-data; boundary=x\r\n\r\n").getBytes(US_ASCII));
      return new String(socket.getInputStream().readNBytes(12), US_ASCII).replace("HTTP/1.1 ", "");
    } catch (SocketTimeoutException e) {
      return WAITS;
    }
  }

  @ParameterizedTest
  @CsvSource({"POST,/sign-in,415", "POST,/card,415", "PUT,/start/you,415", "POST,/nowhere,415",
      "POST,/installation/registers/,415", "POST,/installation/%72egisters,415",
      "POST,/installation/registers;x=1,415", "POST,/r/x/report/more,415", "POST,/r/x/report,413",
      "POST,/r/x/follow-up/evidence,413", "POST,/installation/registers,404"})
  void readsNothingFromAStranger(String verb, String path, String refusal, Product product) throws IOException {
    assertThat(answer(product, verb, path, "")).isEqualTo(refusal);
  }

  @Test
  void readsARegisterOnlyFromWhoRunsTheInstallation(Product product, FoundedLocal local) throws Exception {
    var accounts = product.bean(Accounts.class);
    String founder = accounts.startSession(local.founder().account(), Proof.PASSKEY);
    assertThat(answer(product, "POST", REGISTERS, founder)).isEqualTo("404");
    assertThat(answer(product, "POST", REGISTERS, "made-up")).isEqualTo("404");
    assertThat(answer(product, "POST", local.path("people"), founder)).isEqualTo("415");

    UUID runner = accounts.open("en", FoundedLocal.PIN, false).account();
    setRuns(product, runner, true);
    try {
      String session = accounts.startSession(runner, Proof.PASSKEY);
      assertThat(answer(product, "POST", REGISTERS, session)).isEqualTo(WAITS);
      accounts.signOut(session);
      assertThat(answer(product, "POST", REGISTERS, session)).isEqualTo("404");
    } finally {
      setRuns(product, runner, false);
    }
  }

  private static void setRuns(Product product, UUID account, boolean runs) throws SQLException {
    try (var owner = product.connection(DatabaseRole.OWNER); var statement = owner.createStatement()) {
      statement.execute("update auth.account set runs_installation = " + runs + " where id = '" + account + "'");
    }
  }
}
