package org.slugline.wire;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The {@code poll} table: the log of what we asked and what we got. */
@RegisterConstructorMapper(Poll.class)
public interface Polls {
  /** An outlet's last polls, newest first. */
  @SqlQuery("SELECT * FROM poll WHERE outlet = :outlet ORDER BY at DESC, id DESC LIMIT :limit")
  List<Poll> of(@Bind("outlet") long outlet, @Bind("limit") int limit);

  @SqlQuery("SELECT * FROM poll ORDER BY at DESC, id DESC LIMIT :limit")
  List<Poll> last(@Bind("limit") int limit);
}
