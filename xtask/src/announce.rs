//! The background half of `serve`: says the address as soon as the site answers.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use anyhow::Result;

const BETWEEN_TRIES: Duration = Duration::from_millis(300);
const ANSWER_LIMIT: Duration = Duration::from_secs(5);

/// Waits for the site at this port, prints its address, and ends; ends silently when the server ends first.
pub fn announce(port: u16) -> Result<()> {
    let server = server_process();
    while server_process() == server {
        if answers(port).unwrap_or(false) {
            println!("Chợ phiên: http://localhost:{port}/");
            return Ok(());
        }
        std::thread::sleep(BETWEEN_TRIES);
    }
    Ok(())
}

/// The process that started this one: Trunk. Another number means that Trunk is gone.
#[cfg(unix)]
fn server_process() -> u32 {
    std::os::unix::process::parent_id()
}

#[cfg(not(unix))]
fn server_process() -> u32 {
    0
}

fn answers(port: u16) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(ANSWER_LIMIT))?;
    stream
        .write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n")?;
    let mut start = [0; 12];
    stream.read_exact(&mut start)?;
    Ok(start.ends_with(b" 200"))
}
