-- Feeds of what is new ask for it often.
CREATE INDEX activities_newest ON activities (state, made_at, id);
