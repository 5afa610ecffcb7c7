// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.groundwork.ballot.internal.json.Json;

/** The public credentials of an election, each with a comma and its weight where there are weights. */
public final class CredentialList {
  private final String uuid;
  private final List<String> entries;

  private CredentialList(String uuid, List<String> entries) {
    this.uuid = uuid;
    this.entries = List.copyOf(entries);
  }

  /**
   * Reads the list that the credential officer handed over. Whether its entries are credentials is asked when a record is
   * begun with them.
   *
   * @throws Refused if it is none
   */
  public static CredentialList read(byte[] bytes) {
    Handover file = Handover.read(bytes);
    Handover mine = Handover.read(bytes, file.uuid(), CredentialIssue.LIST);
    var entries = new ArrayList<String>();
    Json.texts(new ByteArrayInputStream(mine.bytes()), entry -> {
      if (!entry.matches("[0-9a-f]+(,[0-9]{1,16})?|[0-9]+(,[0-9]{1,16})?")) {
        throw new Refused(Reason.NOT_AN_ELEMENT, "credential " + (entries.size() + 1), "this is no public credential");
      }
      entries.add(entry);
    });
    return new CredentialList(file.uuid(), entries);
  }

  /** The election it is for. */
  public String uuid() { return uuid; }

  /** How many credentials there are. */
  public int size() { return entries.size(); }

  List<String> entries() { return entries; }

  /**
   * How a record's list differs from this one.
   *
   * @param missing how many entries of this list are not in the record; another weight is another entry
   * @param added how many of the record's are not on this list
   */
  public record Difference(int missing, int added) {
    /** Whether both lists are the same. */
    public boolean none() { return missing == 0 && added == 0; }
  }

  /** Compares the list of a record with this one. */
  public Difference compare(PublicElection record) throws IOException {
    var mine = new HashSet<>(entries);
    var added = new int[1];
    record.credentials(entry -> {
      if (!mine.remove(entry)) {
        added[0]++;
      }
    });
    return new Difference(mine.size(), added[0]);
  }
}
