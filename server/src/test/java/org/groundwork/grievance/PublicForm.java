// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.files.Pictures;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.Upload;
import org.groundwork.support.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The public form as somebody without an account and without scripts fills it in. */
final class PublicForm {
  private static final Pattern LINK = Pattern.compile("<output>https?://[^/<]+(/r/[^<]+/follow-up/[^<]+)</output>");
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
  private final FoundedLocal local;
  private final Visitor stranger;
  private final String once;

  private PublicForm(FoundedLocal local, Visitor stranger) {
    this.local = local;
    this.stranger = stranger;
    this.once = once(stranger.get(path()));
  }

  static PublicForm open(FoundedLocal local) { return new PublicForm(local, Product.shared().visitor()); }

  Visitor stranger() { return stranger; }

  String once() { return once; }

  String path() { return "/r/" + local.handle() + "/report"; }

  static String once(Page page) {
    var found = ONCE.matcher(page.body());
    assertThat(found.find()).as("the form").isTrue();
    return found.group(1);
  }

  /** Sends the form with files; the place is that of the register unless more fields say otherwise. */
  Page send(List<Upload> files, String told, String register, String... more) {
    var fields = new ArrayList<>(List.of("once", once, "kind", "repairs", "told", told, "place", "11 Tester St.",
        "register", register));
    fields.addAll(List.of(more));
    return stranger.upload(path(), files, fields.toArray(String[]::new));
  }

  /** Sends the form as a browser does where nobody chose a file. */
  Page send(String told, String register) {
    return send(List.of(file("", new byte[0])), told, register);
  }

  static Upload file(String name, byte[] content) { return new Upload("files", name, content); }

  static String link(Page reported) {
    var found = LINK.matcher(reported.body());
    assertThat(found.find()).as("the private link").isTrue();
    return found.group(1);
  }

  /** The newest report of a local. */
  static Grievances.Grievance newest(FoundedLocal local) {
    return local.read(() -> Product.shared().bean(Grievances.class).newest(1)).getFirst();
  }

  static Grievances.Grievance byId(FoundedLocal local, UUID id) {
    return local.read(() -> Product.shared().bean(Grievances.class).byId(id)).orElseThrow();
  }

  static int reports(FoundedLocal local) {
    return local.read(() -> Product.shared().bean(Grievances.class).newest(200)).size();
  }

  static Upload photo(String name) { return file(name, Pictures.png(40, 30)); }

  static List<FileStore.Kept> files(FoundedLocal local, UUID grievance) {
    return local.read(() -> Product.shared().bean(Evidence.class).of(grievance));
  }

  /** Every file of the local, also one that waits with a form. */
  static long kept(FoundedLocal local) {
    return local.read(() -> Product.shared()
        .bean(JdbcClient.class)
        .sql("select count(*) from platform.file where local_id = ?")
        .param(local.id().value())
        .query(Long.class)
        .single());
  }
}
