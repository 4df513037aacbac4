//! Files that leave and enter the device.
