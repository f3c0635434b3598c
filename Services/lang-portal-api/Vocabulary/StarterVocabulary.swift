/// The words every learner can begin with: 32 groups for a beginner, loaded on request.
///
/// Written for this project and held against EDICT by `Tests/Peers/check_vocabulary.py`.
enum StarterVocabulary {
    /// The groups as JSON text, an array in the shape of the seed files.
    static var json: String { text.description }
}
