// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A lost phone is shut out at once; a found PIN is worth few tries. */
@ExtendWith(ProductExtension.class)
class DevicesTest {
  private final Product product;
  private final Accounts accounts;

  DevicesTest(Product product) {
    this.product = product;
    this.accounts = product.bean(Accounts.class);
  }

  private UUID device(FoundedLocal.Person person) { return accounts.devicesOf(person.account()).getFirst().id(); }

  private String anotherSession(FoundedLocal.Person person) {
    return accounts.startSession(person.account(), Proof.PASSKEY);
  }

  @Test
  void aRevokedPhoneIsOutAtOnceAndItsPinOpensNothing(FoundedLocal local) {
    var lost = local.founder().visitor();
    var other = product.visitor().withCookie("gw-session", anotherSession(local.founder()));
    assertThat(other.get("/me/devices").body()).contains("Lost: shut it out now");
    assertThat(other.post("/me/devices/revoke", "device", device(local.founder()).toString()).status()).isEqualTo(303);
    assertThat(lost.get(local.path("")).location().orElseThrow()).startsWith("/sign-in");
    assertThat(lost.post("/sign-in/pin", "pin", FoundedLocal.PIN, "next", "/").status()).isEqualTo(422);
    assertThat(other.get(local.path("")).status()).isEqualTo(200);
  }

  @Test
  void nobodyRevokesAPhoneOfSomebodyElse(FoundedLocal local, FoundedLocal other) {
    String theirs = device(other.founder()).toString();
    assertThat(local.founder().visitor().post("/me/devices/revoke", "device", theirs).status()).isEqualTo(404);
    assertThat(other.founder().visitor().get(other.path("")).status()).isEqualTo(200);
    assertThat(product.visitor().post("/me/devices/revoke", "device", theirs).location().orElseThrow())
        .startsWith("/sign-in");
    assertThat(product.visitor().get("/me/devices").location().orElseThrow()).startsWith("/sign-in");
  }

  @Test
  void oneSessionEndsAndTheOthersStay(FoundedLocal local, FoundedLocal other) {
    String token = anotherSession(local.founder());
    UUID id = accounts.session(token).orElseThrow().id();
    other.founder().visitor().post("/me/devices/sign-out", "session", id.toString());
    assertThat(accounts.session(token)).isPresent();
    local.founder().visitor().post("/me/devices/sign-out", "session", id.toString());
    assertThat(accounts.session(token)).isEmpty();
    assertThat(local.founder().visitor().get(local.path("")).status()).isEqualTo(200);
  }

  @Test
  void signingOutEverywhereEndsEverySession(FoundedLocal local) {
    String token = anotherSession(local.founder());
    local.founder().visitor().post("/sign-out/everywhere");
    assertThat(accounts.session(token)).isEmpty();
    assertThat(accounts.sessionsOf(local.founder().account())).isEmpty();
  }

  @Test
  void afterARestoreNoSessionOfTheBackupHolds(FoundedLocal local) throws Exception {
    String token = anotherSession(local.founder());
    byte[] hash = org.groundwork.platform.ids.Tokens.hash(token);
    try (var owner = product.connection(org.groundwork.platform.database.DatabaseRole.OWNER)) {
      owner.setAutoCommit(false);
      try (var raise = owner.prepareStatement("update auth.account set epoch = epoch + 1 where id = ?");
          var still = owner.prepareStatement("select count(*) from auth.session where token_hash = ?")) {
        raise.setObject(1, local.founder().account());
        raise.executeUpdate();
        still.setBytes(1, hash);
        try (var rows = still.executeQuery()) {
          rows.next();
          assertThat(rows.getInt(1)).as("the session's row is there, as in a backup").isOne();
        }
        owner.commit();
      }
    }
    assertThat(accounts.session(token)).isEmpty();
  }

  @Test
  void manyWrongPinsAtOnceCostAsManyTries(FoundedLocal local) throws Exception {
    String secret = local.founder().visitor().cookie("gw-device").orElseThrow();
    var trying = new ArrayList<Callable<Accounts.Unlocked>>();
    for (int i = 0; i < 20; i++) {
      String pin = String.valueOf(200_000 + i);
      trying.add(() -> accounts.unlock(secret, pin));
    }
    int wrong = 0;
    try (var threads = Executors.newFixedThreadPool(3)) {
      for (var tried : threads.invokeAll(trying)) {
        wrong += tried.get() instanceof Accounts.Unlocked.Wrong ? 1 : 0;
      }
    }
    assertThat(wrong).isEqualTo(Devices.TRIES - 1);
    assertThat(accounts.unlock(secret, FoundedLocal.PIN)).isInstanceOf(Accounts.Unlocked.Locked.class);
  }

  @Test
  void oneOfTwoFoundersAtOnceRunsTheInstallation() throws Exception {
    var founding = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 6; i++) {
      founding.add(() -> accounts.runsInstallation(accounts.open("en", FoundedLocal.PIN, true).account()));
    }
    int running = 0;
    try (var threads = Executors.newFixedThreadPool(3)) {
      for (var founded : threads.invokeAll(founding)) {
        running += founded.get() ? 1 : 0;
      }
    }
    assertThat(running).isLessThanOrEqualTo(1);
  }
}
