## The three hubs: training, emergencies, supervision

to-learning = 🎓 Training
learning-heading = <b>🎓 Training</b>
to-emergency = 🚨 Emergency
emergency-heading = <b>🚨 Emergency</b>
    Lives first, then call: fire 119, ambulance 120, police 110, work safety hotline 12350.
to-supervise = 🏢 Enterprises and checks
supervise-heading = <b>🏢 Enterprises and checks</b>
hub-more = ⋯ More
hub-first = ⬅️ Page before
