/// The portal's starter vocabulary, which is held against EDICT: its text is the portal's own file.
enum StarterVocabulary {}
