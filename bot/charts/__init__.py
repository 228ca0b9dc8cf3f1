"""Line charts as pictures that are read on a phone: what is drawn, how, and the child that draws."""
