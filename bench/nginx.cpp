#include "bench/nginx.hpp"

#include <fstream>

namespace hearth::bench {

namespace {

void write(const std::filesystem::path& file, const std::string& text) { std::ofstream(file) << text; }

}  // namespace

Nginx::Nginx(const std::filesystem::path& folder, const std::string& bytes) {
    std::filesystem::permissions(folder, std::filesystem::perms(0755));
    std::filesystem::create_directory(folder / "www");
    write(folder / "www" / "page.html", bytes);
    write(folder / "nginx.conf",
          "worker_processes 2; pid " + (folder / "nginx.pid").string() + "; error_log " + (folder / "error.log").string() +
              "; daemon off;\nevents { worker_connections 1024; }\nhttp { access_log off; sendfile on; open_file_cache "
              "max=100; keepalive_requests 1000000; types { text/html html; }\n server { listen 127.0.0.1:" +
              std::to_string(port_) + "; root " + (folder / "www").string() + "; } }\n");
    serving_ =
        std::make_unique<Program>(std::vector<std::string>{"/usr/sbin/nginx", "-c", folder / "nginx.conf"}, folder / "nginx.log");
    wait_for_port(port_);
}

}  // namespace hearth::bench
