extension Schema {
    /// Nothing begins for a learner who is leaving.
    static let leaving = """
        -- Every row of a learner refers to the learner's own, so it is enough to refuse that one: ordinary writes find it there and pay nothing. Until the
        -- deletion has come to it, writes go on, and what they leave goes with it.
        CREATE FUNCTION refuse_leaving() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM refuse_leaving_learner(NEW.user_id::text);
            RETURN NEW;
        END $$;
        CREATE TRIGGER refuse_leaving BEFORE INSERT ON learners FOR EACH ROW EXECUTE FUNCTION refuse_leaving();
        """
}
