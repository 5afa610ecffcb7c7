// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.groundwork.linkage.Link;
import org.groundwork.linkage.Linkage;
import org.groundwork.linkage.Names;
import org.groundwork.linkage.Party;
import org.groundwork.linkage.PartyKind;
import org.groundwork.linkage.RefusedRow;
import org.groundwork.linkage.Side;
import org.groundwork.linkage.Site;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Writes a register's sites, parties and links as bulk copies, inside the caller's transaction. */
final class RegisterRows {
  private final JdbcClient jdbc;
  private final DataSource dataSource;

  RegisterRows(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /** Takes away what an earlier import of the register left. */
  void clear(UUID register) {
    jdbc.sql("delete from target.base_link where site_a in (select id from target.register_site where register_id = ?)")
        .param(register)
        .update();
    jdbc.sql(
        "delete from target.site_party where site_id in (select id from target.register_site where register_id = ?)")
        .param(register)
        .update();
    jdbc.sql("delete from target.party where register_id = ?").param(register).update();
    jdbc.sql("delete from target.register_site where register_id = ?").param(register).update();
    jdbc.sql("delete from target.register_refusal where register_id = ?").param(register).update();
  }

  void write(UUID register, String code, Collection<Site> sites, Linkage linkage, List<RefusedRow> refusals) {
    Map<String, String> networkOf = new HashMap<>();
    linkage.networks().forEach(network -> network.sites().forEach(site -> networkOf.put(site, network.id())));
    try (var copy = new Copy("target.register_site (id, register_id, address, address_key, homes, network_id)")) {
      for (Site site : sites) {
        String address = site.address().text();
        copy.row(code + ":" + site.id(), register.toString(), address.isEmpty() ? site.id() : address,
            RegisterKey.of(address),
            site.units().isPresent() ? Integer.toString(site.units().getAsInt()) : null,
            code + ":" + networkOf.getOrDefault(site.id(), site.id()));
      }
    }
    writeParties(register, code, sites);
    writeLinks(code, linkage.links());
    writeRefusals(register, refusals);
  }

  private void writeParties(UUID register, String code, Collection<Site> sites) {
    Set<UUID> written = new HashSet<>();
    try (var copy = new Copy("target.party (id, register_id, kind, name)")) {
      for (Site site : sites) {
        for (var named : named(register, site)) {
          if (written.add(named.id())) {
            copy.row(named.id().toString(), register.toString(), named.kind(), named.name());
          }
        }
      }
    }
    try (var copy = new Copy("target.site_party (site_id, party_id, role)")) {
      for (Site site : sites) {
        Set<String> seen = new HashSet<>();
        for (var named : named(register, site)) {
          if (seen.add(named.id() + named.role())) {
            copy.row(code + ":" + site.id(), named.id().toString(), named.role());
          }
        }
      }
    }
  }

  /** A party, or an address from which sites are run, under an identity that is the same at every import. */
  private record Named(UUID id, String kind, String name, String role) {}

  private static List<Named> named(UUID register, Site site) {
    var named = new java.util.ArrayList<Named>();
    for (Party party : site.parties()) {
      boolean person = party.kind() == PartyKind.PERSON;
      String key = person ? Names.person(party.name()) : Names.company(party.name());
      String kind = party.side() == Side.AGENT ? "agent" : person ? "person" : "company";
      named.add(new Named(identity(register, kind, key), kind, party.name(),
          party.role().isEmpty() ? "owner" : party.role()));
    }
    for (var business : site.businessAddresses()) {
      String text = business.address().text();
      if (!text.isEmpty()) {
        named.add(new Named(identity(register, "address", RegisterKey.of(text)), "address", text, "address"));
      }
    }
    return named;
  }

  private static UUID identity(UUID register, String kind, String key) {
    return UUID.nameUUIDFromBytes((register + "\n" + kind + "\n" + key).getBytes(StandardCharsets.UTF_8));
  }

  private void writeLinks(String code, List<Link> links) {
    try (var copy = new Copy("target.base_link (site_a, site_b, kind, confidence, message, arguments)")) {
      Set<String> seen = new HashSet<>();
      for (Link link : links) {
        String a = code + ":" + link.siteA();
        String b = code + ":" + link.siteB();
        boolean ordered = a.compareTo(b) < 0;
        if (seen.add(a + "\n" + b + "\n" + link.kind().word())) {
          copy.row(ordered ? a : b, ordered ? b : a, link.kind().word(), Integer.toString(link.perMille()),
              link.explanation().key(),
              Copy.array(link.explanation().arguments()));
        }
      }
    }
  }

  private void writeRefusals(UUID register, List<RefusedRow> refusals) {
    Set<String> seen = new HashSet<>();
    try (var copy = new Copy("target.register_refusal (register_id, file, line, reason)")) {
      for (RefusedRow row : refusals) {
        if (seen.add(row.file() + "\n" + row.line())) {
          copy.row(register.toString(), row.file(), Long.toString(row.line()), row.reason().english());
        }
      }
    }
  }

  /** One bulk copy in PostgreSQL's text format, sent in pieces so that memory stays bounded. */
  private final class Copy implements AutoCloseable {
    private static final int PIECE = 1 << 16;
    private final org.postgresql.copy.CopyIn in;
    private final StringBuilder pending = new StringBuilder(PIECE + 4096);

    Copy(String into) {
      try {
        in = DataSourceUtils.getConnection(dataSource)
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(String.join(" ", "copy", into, "from", "stdin"));
      } catch (SQLException e) {
        throw new IllegalStateException("the copy into " + into + " did not begin", e);
      }
    }

    void row(@org.jspecify.annotations.Nullable String... fields) {
      for (int at = 0; at < fields.length; at++) {
        if (at > 0) {
          pending.append('\t');
        }
        String field = fields[at];
        if (field == null) {
          pending.append("\\N");
        } else {
          escape(field);
        }
      }
      pending.append('\n');
      if (pending.length() > PIECE) {
        send();
      }
    }

    static String array(List<String> texts) {
      var array = new StringBuilder("{");
      for (String text : texts) {
        array.append(array.length() > 1 ? "," : "")
            .append('"')
            .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
            .append('"');
      }
      return array.append('}').toString();
    }

    private void escape(String field) {
      for (int at = 0; at < field.length(); at++) {
        char c = field.charAt(at);
        switch (c) {
          case '\\' -> pending.append("\\\\");
          case '\t' -> pending.append("\\t");
          case '\n' -> pending.append("\\n");
          case '\r' -> pending.append("\\r");
          case 0 -> pending.append(' ');
          default -> pending.append(c);
        }
      }
    }

    private void send() {
      byte[] piece = pending.toString().getBytes(StandardCharsets.UTF_8);
      pending.setLength(0);
      try {
        in.writeToCopy(piece, 0, piece.length);
      } catch (SQLException e) {
        throw new IllegalStateException("a bulk copy broke off", e);
      }
    }

    @Override
    public void close() {
      send();
      try {
        in.endCopy();
      } catch (SQLException e) {
        throw new UncheckedIOException(new IOException("a bulk copy did not end", e));
      }
    }
  }
}
