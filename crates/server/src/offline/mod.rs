//! The installed page: what a phone needs to keep the tray on its home screen and to say something helpful without a
//! connection. Shows nothing to other features.

pub mod pages;
