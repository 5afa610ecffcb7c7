// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.message;

import org.groundwork.ballot.Reason;
import org.groundwork.ballot.internal.group.Element;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.json.Node;

/** An element and the one way to write it, which hashes are taken of. */
public record Written(Element element, String text) {
  /** Reads an element; whether it belongs to the group is not asked here. */
  public static Written read(Group group, Node node) {
    String text = node.text();
    try {
      return new Written(group.read(text), text);
    } catch (Group.NotAnElement e) {
      throw node.refused(switch (e.meant()) {
        case NOTHING -> Reason.NOT_AN_ELEMENT;
        case ONE -> Reason.IDENTITY_ELEMENT;
        case SMALL_ORDER -> Reason.SMALL_ORDER_OR_OUTSIDE_SUBGROUP;
      }, String.valueOf(e.getMessage()));
    }
  }

  /** Writes an element. */
  public static Written of(Group group, Element element) {
    return new Written(element, group.write(element));
  }
}
